package dev.lacuna.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

// region entity
@Entity
@Table(name = "users")
class User {
  @Id int id;
  String name;
  @Nullable String nickname; // the column is missing
  @Version @Nullable Integer version;

  // endregion

  User() {
    this(0, "", null);
  }

  User(int id, String name, @Nullable String nickname) {
    this.id = id;
    this.name = name;
    this.nickname = nickname;
  }
}
