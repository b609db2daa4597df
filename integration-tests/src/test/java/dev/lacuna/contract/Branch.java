package dev.lacuna.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.transaction.xa.Xid;

/** A branch of a distributed transaction. */
record Branch(String transaction, String branch) implements Xid {

  private static final String RUN = Long.toString(System.nanoTime(), 36);

  static Branch of(int transaction, int branch) {
    return new Branch(RUN + "-" + transaction, "branch-" + branch);
  }

  @Override
  public int getFormatId() {
    return 1;
  }

  @Override
  public byte[] getGlobalTransactionId() {
    return transaction.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public byte[] getBranchQualifier() {
    return branch.getBytes(StandardCharsets.US_ASCII);
  }

  boolean isSame(Xid other) {
    return Arrays.equals(getGlobalTransactionId(), other.getGlobalTransactionId())
        && Arrays.equals(getBranchQualifier(), other.getBranchQualifier());
  }
}
