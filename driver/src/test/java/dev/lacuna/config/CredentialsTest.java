package dev.lacuna.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://me:s3cret@h:3306/shop?ssl=true | jdbc:mysql://***@h:3306/shop?ssl=true",
        "jdbc:mysql://me:s3@cr/et@h/shop | jdbc:mysql://***@h/shop",
        "jdbc:mysql://me:s3?cret@h/shop | jdbc:mysql://***@h/shop",
        "jdbc:mysql://a:s3cret@x,b:s3cret@y/shop | jdbc:mysql://***@y/shop",
        "jdbc:mysql://address=(host=h)(password=s3cret)/shop | jdbc:mysql://address=(host=h)(password=***",
        "//h/d?user=me@corp&password=s3cret&ssl=true | //h/d?user=me@corp&password=***&ssl=true",
        "//h/d?sslpassword=s3cret&PASSWORD1=s3cret | //h/d?sslpassword=***&PASSWORD1=***",
        "//h/d?trustCertificateKeyStorePassword=s3cret | //h/d?trustCertificateKeyStorePassword=***",
        "//h/d?accessToken=s3cret;x=s3cret | //h/d?accessToken=***",
        "password = s3cret words | password =***",
      })
  void mask_credential_isHidden(String text, String masked) {
    assertThat(Credentials.mask(text)).isEqualTo(masked).doesNotContain("s3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://a:5432,b:5433/shop?user=me&ssl=true",
        "jdbc:postgresql://h/shop?user=me@corp",
        "users.password varchar(40)",
        "file:/srv/token/V1.sql:12",
      })
  void mask_noCredential_isLeftAlone(String text) {
    assertThat(Credentials.mask(text)).isEqualTo(text);
  }

  @Test
  void mask_severalLines_hidesEachForItself() {
    assertThat(Credentials.mask("password=x\nWhy: a@b")).isEqualTo("password=***\nWhy: a@b");
  }
}
