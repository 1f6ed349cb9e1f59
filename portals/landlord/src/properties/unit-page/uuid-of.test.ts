import { encodeId, newId } from '@propertea/kernel';
import { uuidOf } from './uuid-of';

it('finds what the rooms call an object by', () => {
  for (let count = 0; count < 20; count += 1) {
    const uuid = newId();
    expect(uuidOf(encodeId('Building', uuid))).toBe(uuid);
  }
});
