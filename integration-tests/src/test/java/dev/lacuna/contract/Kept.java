package dev.lacuna.contract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import javax.naming.CompositeName;
import javax.naming.Referenceable;
import javax.naming.spi.NamingManager;

/** What becomes of an object that an application server keeps. */
final class Kept {

  private Kept() {}

  static Object serialised(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  /** What JNDI makes of the object's reference, which has itself been through serialisation. */
  static Object lookedUp(Referenceable object) throws Exception {
    return NamingManager.getObjectInstance(
        serialised(object.getReference()), new CompositeName("jdbc/shop"), null, null);
  }
}
