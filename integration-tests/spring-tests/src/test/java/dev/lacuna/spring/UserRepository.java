package dev.lacuna.spring;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

// region repository
interface UserRepository extends JpaRepository<User, Integer> {
  List<User> findByNickname(String nickname);

  List<User> findByNicknameIsNullOrderByNameAsc();

  @Transactional
  @Modifying
  @Query("update User set nickname = :nickname where id = :id")
  int rename(int id, String nickname);
}
// endregion
