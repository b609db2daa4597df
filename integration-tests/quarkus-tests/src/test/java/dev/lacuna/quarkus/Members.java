package dev.lacuna.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** What an application does with its entity, each in a transaction. */
// region members
@ApplicationScoped
@Transactional
public class Members {
  @Inject EntityManager entities;

  public void add(Member member) {
    entities.persist(member);
  }

  public Member find(int id) {
    return entities.find(Member.class, id);
  }

  public Member merge(Member member) {
    return entities.merge(member);
  }

  public int rename(int id, String nickname) {
    return entities
        .createQuery("update Member set nickname = :nickname where id = :id")
        .setParameter("nickname", nickname)
        .setParameter("id", id)
        .executeUpdate();
  }

  public List<Member> nicknamed(String nickname) {
    return entities
        .createQuery("from Member where nickname = :nickname", Member.class)
        .setParameter("nickname", nickname)
        .getResultList();
  }
}
// endregion
