import { passwordFault } from './password-policy.js';

it.each([
  'password123',
  'Passw0rd2024!',
  'P@ssw0rd!!',
  'qwertyuiop',
  '1234567890',
  '0987654321',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'letmein1234',
  'ILoveYou123',
  'Summer2024!',
  'welcome12345',
  'adminadmin1',
  'changeme2026',
  'propertea2026',
  '1q2w3e4r5t6y',
  'qwerty123456',
  '19771103 1977',
])('refuses %s: others would guess it', (password) => {
  expect(passwordFault(password)).toBe('common');
});

it('refuses what is known of the person', () => {
  const personal = ['Wilhelmina.Smith@example.com', 'Wilhelmina Smith'];
  for (const password of [
    'wilhelmina1',
    'WilhelminaSmith',
    'wilhelmina.smith!',
    'Wilhelmina2024',
  ]) {
    expect(passwordFault(password, personal)).toBe('common');
  }
});

it.each([
  'seven purple harbours',
  'correct horse battery staple',
  'Xk9#vQ2mLp',
  'пять зелёных фонарей',
  '绿色的灯笼在港口边摇晃着呢',
  'summer in the garden shed',
])('accepts %s', (password) => {
  expect(passwordFault(password, ['ada@example.com', 'Ada Lovelace'])).toBeUndefined();
});

it('counts characters, not bytes, and has an upper end', () => {
  expect(passwordFault('🏠🏡🏘🏚🏢🏬🏣🏤🏥')).toBe('too-short');
  expect(passwordFault('🏠🏡🏘🏚🏢🏬🏣🏤🏥🏦🏨🏩')).not.toBe('too-short');
  expect(passwordFault('x'.repeat(257))).toBe('too-long');
});
