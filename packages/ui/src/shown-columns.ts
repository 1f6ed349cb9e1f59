/** What of a column decides whether it is shown. */
export interface Choosable {
  key: string;
  title: string;
  isFixed?: boolean;
  isHiddenAtFirst?: boolean;
}

/** Which columns are shown: those that are named, or without any those that are shown at first. */
export function shownColumns<Kind extends Choosable>(
  columns: readonly Kind[],
  chosen: readonly string[] | null,
): Kind[] {
  return columns.filter(
    ({ key, isFixed, isHiddenAtFirst }) =>
      isFixed || (chosen ? chosen.includes(key) : !isHiddenAtFirst),
  );
}

export interface ColumnMenuProps {
  columns: readonly Choosable[];
  chosen: readonly string[] | null;
  onChoose: (keys: string[] | null) => void;
}
