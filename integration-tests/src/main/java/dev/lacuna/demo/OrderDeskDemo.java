package dev.lacuna.demo;

/** The order desk, run by {@code mvn -q -Pdemo verify}. */
public final class OrderDeskDemo {

  private OrderDeskDemo() {}

  public static void main(String[] args) {
    System.out.println("Lacuna: the order desk opens soon.");
  }
}
