package dev.lacuna.agent.review;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The file that may follow {@code --markdown}. Only a name that ends in {@code .md} is one: what
 * else follows is the log.
 */
final class MarkdownFile implements IParameterConsumer {

  /** Stands for none: it is shown. */
  static final Path SHOWN = Path.of("-");

  private static final String ENDING = ".md";

  @Override
  @SuppressWarnings("JdkObsolete") // picocli's interface has a Stack.
  public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
    boolean named =
        !arguments.isEmpty() && arguments.peek().toLowerCase(Locale.ROOT).endsWith(ENDING);
    argument.setValue(named ? Path.of(arguments.pop()) : SHOWN);
  }
}
