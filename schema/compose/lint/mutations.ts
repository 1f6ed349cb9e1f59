import { namedType } from '../public-types.js';
import { type Finding, finding, type Rule } from './rule.js';

/** A mutation is verb and noun, takes one `input` of its own, or nothing, and returns its own payload. */
export const mutations: Rule = ({ elements }) =>
  elements.flatMap((element): Finding[] => {
    if (element.kind !== 'field' || element.typeName !== 'Mutation' || !element.type) return [];
    const pascal = element.name.charAt(0).toUpperCase() + element.name.slice(1);
    const findings: Finding[] = [];
    const report = (message: string): void => {
      findings.push(finding('mutations', element, message));
    };
    if (/^(update|delete|set|save|do)[A-Z]/.test(element.name)) {
      report(
        'Name the business verb: change for attributes, retire, remove, activate, … for a state.',
      );
    }
    if (!['', 'input'].includes(element.argumentNames.join())) {
      report('A mutation takes one argument, input, or none.');
    }
    if (namedType(element.type) !== `${pascal}Payload`) report(`Return ${pascal}Payload.`);
    const input = elements.find(
      (candidate) => candidate.coordinate === `${element.coordinate}(input:)`,
    );
    if (input?.type && namedType(input.type) !== `${pascal}Input`) {
      report(`Take an input of type ${pascal}Input.`);
    }
    return findings;
  });
