/** Of the demo's tenants. */
export const FIRST_NAMES =
  'Amara Andrii Beatriz Carlos Chloe Daniel Dmytro Elena Emeka Fatima Grace Hannah Ivan Jamal Jun Kateryna Keisha Lars Leila Luca Maria Mei Nadia Noah Olha Omar Priya Rosa Samuel Zoe'.split(
    ' ',
  );

export const FAMILY_NAMES =
  'Adams Baker Bondarenko Brown Chen Diaz Edwards Garcia Green Haddad Hill Ito Jackson Johnson Kim Kovalenko Lewis Martinez Mensah Miller Nguyen Novak Okafor Patel Rivera Robinson Schmidt Shevchenko Walker Young'.split(
    ' ',
  );
