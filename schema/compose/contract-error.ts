/** Something that a person can put right; its message is all they need to read. */
export class ContractError extends Error {
  override name = 'ContractError';
}
