import { parseCommandLine } from './command.js';
import { parseStartOptions } from './start-options.js';

describe('npm start', () => {
  it('without options keeps everything in .propertea and the gateway on 4000', () => {
    expect(parseStartOptions([], '/house')).toEqual({
      dataDirectory: '/house/.propertea',
      portBase: 4000,
      processes: false,
      portals: true,
      demo: true,
      reset: false,
      verbose: false,
      help: false,
    });
  });

  it('takes all its options', () => {
    const args = ['--reset', '--processes', '--port-base', '4600', '--no-portals', '--data=/d'];
    expect(parseStartOptions([...args, '--no-demo', '--verbose'], '/house')).toMatchObject({
      dataDirectory: '/d',
      portBase: 4600,
      processes: true,
      portals: false,
      demo: false,
      reset: true,
      verbose: true,
    });
  });

  it.each([
    [['--prot-base', '4'], /'--prot-base'.*--help/],
    [['extra'], /extra/],
    [['--port-base', 'many'], /1024 to 65000.*"many"/],
    [['--port-base', '80'], /1024 to 65000/],
    [['--data', ''], /name of a folder/],
    [['--reset=yes'], /reset/],
  ])('answers %j with one sentence and exit code 2', (args, sentence) => {
    const attempt = () => parseStartOptions(args, '/house');
    expect(attempt).toThrow(sentence);
    expect(attempt).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(attempt).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('\n') }),
    );
  });
});

describe('a command', () => {
  it('names the option that is missing', () => {
    const line = parseCommandLine(['file.csv', '--as', 'a@b.c'], { as: { type: 'string' } });
    expect(line.positionals).toEqual(['file.csv']);
    expect(line.required('as')).toBe('a@b.c');
    expect(() => line.required('organization')).toThrow(/--organization is missing/);
  });

  it('refuses an unknown option with exit code 2', () => {
    expect(() => parseCommandLine(['--sudo'], {})).toThrow(
      expect.objectContaining({ exitCode: 2 }),
    );
  });
});
