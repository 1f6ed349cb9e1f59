import { Authenticated, type RoomContext } from '@propertea/chassis/graph';
import { EventEmitter, on } from 'node:events';
import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { Paper } from './paper.js';

/** Who is told of papers, by their titles. */
export const press = new EventEmitter<Record<string, [string]>>();
press.setMaxListeners(0);

async function* titles(signal: AbortSignal | undefined): AsyncGenerator<string> {
  for await (const [title] of on(press, 'printed', { ...(signal && { signal }) })) yield title;
}

@Resolver()
export class PaperFeed {
  @Authenticated()
  @Subscription(() => String, {
    description: 'Each paper, and how many papers the reader sees then.',
    subscribe: ({ context }: { context: RoomContext }) => titles(context.signal),
  })
  async printed(
    @Root() title: string,
    @Arg('suffix', () => String, { defaultValue: '', description: 'Added to each.' })
    suffix: string,
    @Ctx() context: RoomContext,
  ): Promise<string> {
    if (title === 'torn') throw new Error('select secret from the_stack');
    const seen = await (await context.em()).count(Paper);
    return `${title}${suffix}: ${seen}`;
  }
}
