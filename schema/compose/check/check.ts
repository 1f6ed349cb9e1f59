import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Release, Usage } from '../../documents/index.js';
import type { CompositionProblem, RoomSdl } from '../composer.js';
import { CompositionError, compose, type Contract } from '../contract.js';
import { namesIn } from '../files.js';
import { type Finding, lint } from '../lint/index.js';
import { readLive } from '../live.js';
import { paths } from '../paths.js';
import { unrecorded } from '../changelog/entries.js';
import { readCommittedRooms } from '../rooms.js';
import { type ContractChanges, noChanges } from './changes.js';
import { brokenDocuments, type BrokenDocument, runningReleases } from './documents.js';
import { FeltBy, isFelt } from './felt.js';
import { compareEvents, type Json } from './event-changes.js';
import { openSnapshot, type Snapshot } from './git.js';
import { compareGraphs } from './graph-changes.js';

export interface CheckReport {
  /** What it was compared with; undefined where no ref was given. */
  against: { ref: string; commit: string } | undefined;
  /** False where something breaks, does not compose, or does not keep a convention. */
  ok: boolean;
  /** How many days of usage were looked at, and on how many of them anything was counted. */
  usage: { days: number; countedDays: number } | undefined;
  /** Why there was nothing to compare, and what is to be done before a release. */
  notes: string[];
  composition: CompositionProblem[];
  contracts: { api: ContractChanges; public: ContractChanges; events: ContractChanges };
  /** Documents of portals' releases that the schema of the working tree does not fit. */
  documents: BrokenDocument[];
  conventions: Finding[];
  /** Contracts with changes that no entry of the changelog tells. */
  unrecorded: string[];
}

/**
 * Composes the committed SDLs of the working tree and those of `ref`, compares the api schema, the
 * public contract and the events, and checks the conventions of the working tree. Without a ref it
 * composes and checks the conventions.
 * @param options.usage who asked what: a breaking change of the graph that nobody feels then passes.
 * @param options.isRelease whether it is to be released as it is: then the changelog has to tell every change.
 * @param now decides which deprecations are over, by its day in UTC.
 * @throws ContractError where git knows no such commit, or schema/live could not be served.
 */
export async function checkContract(
  root: string,
  ref: string | undefined,
  now: Date,
  options: { usage?: Usage | undefined; isRelease?: boolean } = {},
): Promise<CheckReport> {
  const { usage } = options;
  const today = now.toISOString().slice(0, 10);
  const snapshot = ref === undefined ? undefined : await openSnapshot(root, ref, 'schema');
  const rooms = [...(await readCommittedRooms(root)), ...(await readLive(root))];
  const report: CheckReport = {
    against: snapshot && { ref: snapshot.ref, commit: snapshot.commit },
    usage: usage && { days: usage.days, countedDays: usage.countedDays.length },
    ok: true,
    notes: [],
    composition: [],
    contracts: { api: noChanges(), public: noChanges(), events: noChanges() },
    documents: [],
    conventions: [],
    unrecorded: await unrecorded(root),
  };

  const releases = await runningReleases(root, snapshot);
  const current = rooms.length > 0 ? tryCompose(rooms) : undefined;
  if (current === undefined) {
    report.notes.push(`There are no committed rooms in ${paths.subgraphs}.`);
  } else if ('problems' in current) {
    report.composition = [...current.problems];
  } else {
    report.conventions = lint(rooms, current.contract.hidden, today);
    report.documents = brokenDocuments(releases, current.contract.apiSdl);
  }

  if (snapshot) {
    const before = await compareGraphContracts(report, snapshot, current, today);
    if (usage && before) sayWhoFeels(report, usage, releases, before);
    await compareEventContracts(report, snapshot, root);
  }
  if (report.unrecorded.length > 0) {
    const which = report.unrecorded.join(', ');
    report.notes.push(
      `The changelog lacks changes of ${which}: before a release, npm run schema:changelog -- --name <release>.`,
    );
  }
  const breaking = Object.values(report.contracts).flatMap((changes) => changes.breaking);
  const breaks = breaking.some(({ felt }) => felt === undefined || isFelt(felt));
  const lacking = options.isRelease ? report.unrecorded : [];
  const findings = [report.composition, report.documents, report.conventions, lacking];
  report.ok = !breaks && findings.every((found) => found.length === 0);
  return report;
}

type Composed = { contract: Contract } | { problems: readonly CompositionProblem[] };

function tryCompose(rooms: readonly RoomSdl[]): Composed {
  try {
    return { contract: compose(rooms) };
  } catch (error) {
    if (error instanceof CompositionError) return { problems: error.problems };
    throw error;
  }
}

async function compareGraphContracts(
  report: CheckReport,
  snapshot: Snapshot,
  current: Composed | undefined,
  today: string,
): Promise<Contract | undefined> {
  const oldRooms = await roomsAt(snapshot);
  if (oldRooms.length === 0) {
    report.notes.push(`${snapshot.ref} has no committed rooms: nothing to compare.`);
    return undefined;
  }
  const before = tryCompose(oldRooms);
  if ('problems' in before) {
    report.notes.push(`The rooms of ${snapshot.ref} do not compose: nothing to compare.`);
    return undefined;
  }
  if (current && 'problems' in current) return undefined;
  const { api, public: published } = report.contracts;
  const after = current?.contract;
  Object.assign(api, await compareGraphs(before.contract.apiSdl, after?.apiSdl, today));
  Object.assign(published, await compareGraphs(before.contract.publicSdl, after?.publicSdl, today));
  return before.contract;
}

function sayWhoFeels(
  { contracts }: CheckReport,
  usage: Usage,
  releases: readonly Release[],
  before: Contract,
): void {
  const portals = new FeltBy('portal', usage, releases, before.apiSdl);
  for (const change of contracts.api.breaking) change.felt = portals.of(change);
  if (before.publicSdl === undefined) return;
  const integrators = new FeltBy('public', usage, releases, before.publicSdl);
  for (const change of contracts.public.breaking) change.felt = integrators.of(change);
}

async function compareEventContracts(
  report: CheckReport,
  snapshot: Snapshot,
  root: string,
): Promise<void> {
  const before = await eventsAt(snapshot);
  if (before.size > 0) report.contracts.events = compareEvents(before, await committedEvents(root));
  else report.notes.push(`${snapshot.ref} has no events: nothing to compare.`);
}

function roomsAt(snapshot: Snapshot): Promise<RoomSdl[]> {
  const files = snapshot.files.filter(
    (path) =>
      path.endsWith('.graphql') &&
      [paths.subgraphs, paths.live].some((folder) => path.startsWith(`${folder}/`)),
  );
  return Promise.all(
    files.map(async (path) => ({
      name: basename(path, '.graphql'),
      sdl: await snapshot.read(path),
    })),
  );
}

const eventType = (file: string): string => file.slice(0, -'.json'.length);

async function eventsAt(snapshot: Snapshot): Promise<Map<string, Json>> {
  const events = new Map<string, Json>();
  for (const path of snapshot.files) {
    if (!path.startsWith(`${paths.events}/`) || !path.endsWith('.json')) continue;
    events.set(eventType(path.slice(paths.events.length + 1)), parse(await snapshot.read(path)));
  }
  return events;
}

async function committedEvents(root: string): Promise<Map<string, Json>> {
  const events = new Map<string, Json>();
  for (const file of await namesIn(join(root, paths.events))) {
    if (!file.endsWith('.json')) continue;
    events.set(eventType(file), parse(await readFile(join(root, paths.events, file), 'utf8')));
  }
  return events;
}

const parse = (text: string): Json => JSON.parse(text) as Json;
