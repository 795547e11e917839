// The stream of news, which is opened again whenever it breaks.

/** How long a break may last before it is spoken of. */
const LOST_AFTER = 2000;

/** Between two attempts, in milliseconds: at first, and at most. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 800;

/** Calls `hear` with all news, and `connected` with whether they can be heard. */
export function listen(address, hear, connected) {
  let source;
  let wait = FIRST_WAIT;
  let attempt;
  let lost;

  function open() {
    close();
    source = new EventSource(address);
    source.addEventListener('news', (event) => {
      wait = FIRST_WAIT;
      clearTimeout(lost);
      lost = undefined;
      connected(true);
      hear(JSON.parse(event.data));
    });
    // Not left to the browser: some wait for long, and some give up.
    source.addEventListener('error', () => {
      close();
      lost ??= setTimeout(() => connected(false), LOST_AFTER);
      attempt = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }

  function close() {
    clearTimeout(attempt);
    source?.close();
    source = undefined;
  }

  function leave() {
    close();
    clearTimeout(lost);
    lost = undefined;
  }

  // A browser has six connections to a host, and there may be more tabs. One that nobody sees does without.
  document.addEventListener('visibilitychange', () => (document.hidden ? leave() : open()));
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => event.persisted && open());
  if (!document.hidden) open();
}
