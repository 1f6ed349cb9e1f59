import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Public, Shareable } from './public.js';

const COMMON_CODES = {
  INVALID_INPUT: 'A value is missing, too long, or not of its form; the path says which.',
  NOT_FOUND: 'Nothing of that id exists, or it may not be seen.',
  CONFLICT: 'The object was changed since it was loaded, or its state does not allow this.',
} as const;

/** The shape of an expected failure as a client reads it. */
export interface UserErrorShape {
  code: string;
  message: string;
  path: string[];
}

/**
 * Builds a room's `UserError` type and `UserErrorCode` enum from its own codes and their
 * descriptions; composition unions the enums of all rooms. Never use the enum in an input.
 */
export function userErrors<Code extends string>(codes: Record<Code, string>) {
  const descriptions: Record<string, string> = { ...COMMON_CODES, ...codes };
  const UserErrorCode = Object.fromEntries(Object.keys(descriptions).map((code) => [code, code]));
  registerEnumType(UserErrorCode, {
    name: 'UserErrorCode',
    description: 'Why a command was not carried out.',
    valuesConfig: Object.fromEntries(
      Object.entries(descriptions).map(([code, description]) => [code, { description }]),
    ),
  });

  @Public()
  @Shareable()
  @ObjectType('UserError', {
    description: 'An expected failure of a command: nothing was written.',
  })
  class UserError implements UserErrorShape {
    @Field(() => UserErrorCode, { description: 'What kind of failure it is, for programs.' })
    code!: string;

    @Field(() => String, { description: 'What went wrong and what to do, for people.' })
    message!: string;

    @Field(() => [String], {
      description: 'Where in the arguments it lies, such as ["input", "name"].',
    })
    path!: string[];
  }
  return { UserError, UserErrorCode };
}
