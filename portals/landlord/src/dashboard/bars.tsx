import { useFormatter } from 'next-intl';
import type { Bar } from './bar-list';
import classes from './bars.module.css';

/** The picture of a BarList: a line a bar, as long as its share of the largest. The table says the same. */
export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const format = useFormatter();
  const largest = Math.max(...bars.map(({ count }) => count), 1);
  const figures = bars.map(({ name, count }) => `${name}: ${format.number(count)}`).join(', ');
  return (
    <div role="img" aria-label={`${title}. ${figures}`} className={classes.bars}>
      {bars.map(({ name, count }) => (
        <div key={name} className={classes.line}>
          <span className={classes.name}>{name}</span>
          <span className={classes.track}>
            <span className={classes.bar} style={{ width: `${(100 * count) / largest}%` }} />
          </span>
          <span className={classes.count}>{format.number(count)}</span>
        </div>
      ))}
    </div>
  );
}
