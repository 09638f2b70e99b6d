/**
 * A page that says it loads itself again: only what has changed is put in, so that nobody who reads it or moves through it with the
 * keyboard is thrown back to its top. Without this script the browser loads the whole page.
 */
const parts = (page) => [...page.querySelectorAll('#live [data-part]')];

const putIn = (fresh) => {
  for (const part of parts(document)) {
    const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    const isHeld = part.contains(document.activeElement);
    if (now !== null && !isHeld && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML;
  }
};

const lookAgain = async (seconds) => {
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#live');
    if (fresh === null) {
      location.reload();
      return;
    }
    putIn(fresh);
    follow(fresh.dataset.refresh);
  } catch {
    // The network is away: the page says as of when it is, and tries again.
    follow(seconds);
  }
};

const follow = (seconds) => {
  if (seconds !== undefined) setTimeout(() => lookAgain(seconds), Number(seconds) * 1000);
};

follow(document.querySelector('#live')?.dataset.refresh);
