package dev.lacuna.agent.review.html;

/** Parts of the page that are the same on all. */
final class PageParts {

  static final String HELP =
      """
      <dialog id="help" aria-labelledby="help-title"><h2 id="help-title">Keyboard</h2><dl>
      <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous query</dd>
      <dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next and previous card</dd>
      <dt><kbd>Enter</kbd> <kbd>o</kbd></dt><dd>open or close it</dd>
      <dt><kbd>e</kbd></dt><dd>open or close all</dd>
      <dt><kbd>a</kbd></dt><dd>copy the command that accepts it</dd>
      <dt><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd></dt><dd>show or hide block, warn, info</dd>
      <dt><kbd>/</kbd></dt><dd>search</dd>
      <dt><kbd>t</kbd></dt><dd>light or dark</dd>
      <dt><kbd>?</kbd></dt><dd>this list</dd>
      </dl><form method="dialog"><button>Close</button></form></dialog>
      """;

  private PageParts() {}
}
