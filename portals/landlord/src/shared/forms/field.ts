/** Hints stand below, so that the fields of a row stand side by side whether they have one or not. */
export const FIELD = { inputWrapperOrder: ['label', 'input', 'description', 'error'] } satisfies {
  inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[];
};

/** Longer lines are hard to follow. */
export const FORM_WIDTH = '56rem';
