import { type DeadLetterChoice, letterNamed } from '@propertea/chassis/messaging';
import { z } from 'zod';

const MAX_IDS = 100;

/** The input of a command about dead letters: single ones by their ids, or all of a room. */
export const selection = {
  ids: z
    .array(z.string())
    .min(1, 'Name at least one dead letter.')
    .max(MAX_IDS, `Name at most ${MAX_IDS} dead letters.`)
    .nullish(),
  room: z.string().trim().min(1, 'Name a room.').max(50, 'Use at most 50 characters.').nullish(),
};

export const saysWhich = ({ ids, room }: { ids?: unknown; room?: unknown }) => !ids !== !room;
export const WHICH = { error: 'Name either dead letters or a room.', path: ['ids'] };

export function choiceOf({
  ids,
  room,
}: {
  ids?: readonly string[] | null | undefined;
  room?: string | null | undefined;
}): DeadLetterChoice {
  if (room) return { room };
  // What is no id names nothing.
  return { letters: (ids ?? []).flatMap((id) => letterNamed(id) ?? []) };
}
