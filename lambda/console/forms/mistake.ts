/** Something to put right in a form: the id of the field that the error summary links to, and the words. */
export type Mistake = { readonly field: string; readonly text: string };
