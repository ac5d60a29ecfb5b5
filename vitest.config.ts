import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What waits for processes, browsers and days to pass comes first: begun last, it would be waited for alone. */
const LONG = ['/test/torture/', '/test/cli-process', '/test/journey/', '/test/browser/', '/test/local/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((folder) => moduleId.includes(folder))
      return at < 0 ? LONG.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

const WAITS_MS = process.env.LONG_TESTS ? 60 * 60_000 : 5 * 60_000

/**
 * Rules, use cases, words, pages and handlers keep nothing in their modules: their files share a worker, which loads the modules once. No project has an `exclude`:
 * it would take the place of what `--exclude` names.
 */
const PURE = ['test/app/**/!(*.long).test.ts', 'test/core/**/*.test.ts', 'test/web/**/*.test.ts', 'test/functions/**/*.test.ts']
const OTHERS = ['test/!(app|core|web|functions)/**/!(*.long).test.ts', 'test/*.test.ts']

const projects = process.env.LONG_TESTS
  ? [{ extends: true as const, test: { name: 'long', include: ['test/**/*.long.test.ts'] } }]
  : [
      { extends: true as const, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true as const, test: { name: 'others', include: OTHERS } },
    ]

export default defineConfig({
  test: {
    projects,
    // A test that waits is given minutes: what it waits for comes late on a busy machine, and is waited for, never guessed.
    testTimeout: WAITS_MS,
    hookTimeout: WAITS_MS,
    expect: { poll: { timeout: WAITS_MS } },
    globalSetup: ['test/support/run-folder.ts'],
    pool: 'forks',
    // Half of the time is waiting: a worker for each processor, where one would be kept free for nobody.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ['--disable-warning=ExperimentalWarning'],
    sequence: { sequencer: LongestFirst },
  },
})
