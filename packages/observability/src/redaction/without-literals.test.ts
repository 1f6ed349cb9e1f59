import { escapeLiteral } from 'pg';
import { withoutLiterals } from './without-literals.js';

it.each(['Ada', "O'Hara", 'back\\', "\\' or 'x", 'two\nlines', "''", ''])(
  'a statement is told without the text %j in it',
  (text) => {
    const value = escapeLiteral(text);
    const sql = `select "u"."name" from users "u" where name = ${value} and email in (${value}, 'secret') limit 5`;
    expect(withoutLiterals(sql)).toMatch(
      /^select "u"."name" from users "u" where name = +\? and email in \( *\?, \?\) limit 5$/,
    );
  },
);
