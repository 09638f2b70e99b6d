/** Somebody of the demo council who can sign in. `note` says in a few words what is worth knowing of them. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: 'carer' | 'officer';
  readonly council: string;
  readonly note: string;
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const choice = ({ id, name, note }: DemoPerson): string =>
  `<li><button name="person" value="${escaped(id)}">${escaped(name)}</button> <span>${escaped(note)}</span></li>`;

const group = (title: string, people: readonly DemoPerson[]): string =>
  people.length === 0 ? '' : `<h2>${title}</h2><ul>${people.map(choice).join('')}</ul>`;

const frame = (title: string, base: string, body: string): string =>
  `<!DOCTYPE html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${base}/style.css">
  </head>
  <body><main>${body}</main></body>
</html>
`;

/** The demo's sign-in page: choose who you are. It has no passwords, and says so. The few of the council's staff come first. */
export const signInPage = (people: readonly DemoPerson[], base: string, action: string): string =>
  frame(
    'Who are you? – Bellbird demo sign-in',
    base,
    `<h1>Who are you?</h1>
<p>This is the sign-in of the demo. It has no passwords, and everybody here is invented. A council uses its own sign-in instead.</p>
<form method="post" action="${escaped(action)}">
${group(
  'Council staff',
  people.filter(({ role }) => role === 'officer'),
)}
${group(
  'Carers',
  people.filter(({ role }) => role === 'carer'),
)}
<p><button class="plain" name="person" value="">Go back without signing in</button></p>
</form>`,
  );

/** What the provider says when a request to it makes no sense. Nothing of the request is repeated. */
export const signInErrorPage = (base: string, consoleUrl: string): string =>
  frame(
    'Sign-in did not work – Bellbird demo sign-in',
    base,
    `<h1>Sign-in did not work</h1>
<p>This page was opened too late, twice, or by itself.</p>
<p><a href="${escaped(consoleUrl)}">Begin again</a></p>`,
  );

export const SIGN_IN_STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #eef5f4; color: #0b0c0c; font: 1.1875rem/1.4 Arial, Helvetica, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 1rem; font-size: 2.25rem; line-height: 1.1; }
h2 { margin: 1.75rem 0 0.75rem; font-size: 1.5rem; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 0.75rem; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; }
button { min-height: 44px; padding: 0.5rem 1rem; border: 2px solid #0b5351; border-radius: 4px; background: #0b5351; color: #fff; font: inherit; cursor: pointer; }
button:hover { background: #083f3d; }
button.plain { background: #fff; color: #0b5351; }
button:focus, a:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: 0 0 0 5px #0b0c0c; }
a { color: #0b5351; }
`;
