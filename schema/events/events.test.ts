import { allEvents, eventsByRoom, mayPublish, userErased, unitChanged } from './index.js';

const uuid = '01920000-0000-7000-8000-000000000001';

test('every event has a wire type of its own', () => {
  const types = allEvents.map((event) => event.type);
  expect(new Set(types).size).toBe(types.length);
  expect(types).toContain('company.created.v1');
});

test('an event that a room file exports is on the list of what rooms publish', async () => {
  for (const room of Object.keys(eventsByRoom)) {
    const exported: object = await import(`./${room}.js`);
    const contracts = Object.values(exported).filter(
      (value: unknown) => typeof value === 'object' && value !== null && 'version' in value,
    );
    expect(contracts).toEqual(expect.arrayContaining([...(eventsByRoom[room] ?? [])]));
    expect(contracts).toHaveLength(eventsByRoom[room]?.length ?? 0);
  }
});

test('a room may publish its own events and audit entries, and nothing of another room', () => {
  expect(mayPublish('properties', 'unit.created.v1')).toBe(true);
  expect(mayPublish('properties', 'audit.recorded.v1')).toBe(true);
  expect(mayPublish('properties', 'company.created.v1')).toBe(false);
  expect(mayPublish('audit', 'audit.recorded.v1')).toBe(false);
});

test('an unknown field is ignored, a prefixed id and a missing field are refused', () => {
  expect(userErased.data.parse({ userId: uuid, later: 1 })).toEqual({ userId: uuid });
  expect(userErased.data.safeParse({ userId: 'user_01J9' }).success).toBe(false);
  expect(unitChanged.data.safeParse({ unitId: uuid }).success).toBe(false);
});
