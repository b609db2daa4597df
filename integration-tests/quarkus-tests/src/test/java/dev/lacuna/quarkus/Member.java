package dev.lacuna.quarkus;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

// region entity
@Entity
@Table(name = "members")
public class Member {
  @Id int id;
  String name;
  @Nullable String nickname; // the column is missing
  @Version int version;

  // endregion

  Member() {
    this(0, "", null);
  }

  Member(int id, String name, @Nullable String nickname) {
    this.id = id;
    this.name = name;
    this.nickname = nickname;
  }
}
