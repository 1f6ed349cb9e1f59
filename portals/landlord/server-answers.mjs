import { channel } from 'node:diagnostics_channel';

// Pages are bundled: with the process that counts for them they share nothing of ours but a name.
const answers = channel('propertea:gateway-answer');

/** Tells how the gateway answered a page, and after how many seconds its answer began. */
export function tellAnswer(status, seconds) {
  answers.publish({ status, seconds });
}

/** Hears of every answer that a page got. */
export function hearAnswers(listener) {
  answers.subscribe(({ status, seconds }) => listener(status, seconds));
}
