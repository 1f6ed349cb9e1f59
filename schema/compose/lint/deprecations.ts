import { Kind } from 'graphql';
import { directiveOf } from './elements.js';
import { finding, type Rule } from './rule.js';

/** The day in "Use x. Remove after 2027-06-01.", or undefined. */
export const removalDay = (reason: string): string | undefined =>
  /remove after (\d{4}-\d{2}-\d{2})/i.exec(reason)?.[1];

/** What is deprecated says until when, and is gone after that day. */
export const deprecations: Rule = ({ elements, today }) =>
  elements.flatMap((element) => {
    const directive = directiveOf(element, 'deprecated');
    if (!directive) return [];
    const value = directive.arguments?.find((argument) => argument.name.value === 'reason')?.value;
    const day = value?.kind === Kind.STRING ? removalDay(value.value) : undefined;
    if (day === undefined) {
      const message = 'Deprecate with "Use x. Remove after YYYY-MM-DD." as the reason.';
      return [finding('deprecations', element, message)];
    }
    if (today <= day) return [];
    return [finding('deprecations', element, `It was to be removed after ${day}.`)];
  });
