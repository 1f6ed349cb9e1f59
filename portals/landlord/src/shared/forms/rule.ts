/** What a room checks of one field of a command's input; see schema/rules.json. */
export interface Rule {
  readonly type?: string;
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly enum?: readonly string[];
  readonly format?: string;
}

/** The rules of one input by path, such as `name` and `address.line1`. */
export type Rules = Readonly<Record<string, Rule>>;

/** What is wrong with a value: a key of the messages `forms.rules`, with what its text needs to know. */
export interface Violation {
  key:
    | 'required'
    | 'tooLong'
    | 'tooShort'
    | 'code'
    | 'pattern'
    | 'number'
    | 'integer'
    | 'minimum'
    | 'maximum'
    | 'multipleOf'
    | 'email';
  values: Record<string, number>;
}

/** The paths of the values that a rule is about: of `parties[].name`, those of each party that `values` hold. */
export function pathsOf(values: object, path: string): string[] {
  const [list, rest] = path.split(/\[\]\.?(.*)/s);
  if (rest === undefined || list === undefined) return [path];
  const held = (values as Record<string, unknown>)[list];
  if (!Array.isArray(held)) return [];
  return held.map((_, index) => (rest ? `${list}.${index}.${rest}` : `${list}.${index}`));
}

const CODE = /^\^\[A-Z0-9\]\{1,(\d+)\}\$$/;

/** The first rule that a value breaks. Texts are judged trimmed, as the rooms do. */
export function violationOf(rule: Rule, value: unknown): Violation | undefined {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === undefined || text === null || text === '') {
    return rule.required ? { key: 'required', values: {} } : undefined;
  }
  if (rule.type === 'number' || rule.type === 'integer') return numberViolation(rule, Number(text));
  if (typeof text !== 'string') return undefined;
  const { minLength = 0, maxLength = Infinity, pattern } = rule;
  if (text.length > maxLength) return { key: 'tooLong', values: { maximum: maxLength } };
  if (text.length < minLength) return { key: 'tooShort', values: { minimum: minLength } };
  if (pattern === undefined || new RegExp(pattern, 'u').test(text)) return undefined;
  if (rule.format === 'email') return { key: 'email', values: {} };
  const code = CODE.exec(pattern);
  return code
    ? { key: 'code', values: { maximum: Number(code[1]) } }
    : { key: 'pattern', values: {} };
}

function numberViolation(rule: Rule, value: number): Violation | undefined {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = rule;
  if (!Number.isFinite(value)) return { key: 'number', values: {} };
  if (rule.type === 'integer' && !Number.isInteger(value)) return { key: 'integer', values: {} };
  if (value < minimum) return { key: 'minimum', values: { minimum } };
  if (value > maximum) return { key: 'maximum', values: { maximum } };
  // 0.1 + 0.2: a step is met when it is met up to the rounding of binary fractions.
  const steps = multipleOf ? value / multipleOf : 0;
  if (Math.abs(steps - Math.round(steps)) > 1e-6) {
    return { key: 'multipleOf', values: { step: multipleOf ?? 1 } };
  }
  return undefined;
}
