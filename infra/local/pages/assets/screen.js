// Keeps the clock right without loading the page anew: what is shown stays when the answer does not come.
const EVERY = 10_000;

const refresh = async () => {
  const answer = await fetch('/screen');
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (fresh !== null) document.querySelector('main').replaceWith(fresh);
};

setInterval(() => refresh().catch(() => undefined), EVERY);
