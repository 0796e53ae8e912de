/**
 * What a server's log says of how long it took to answer, from having a request to having given the answer.
 *
 * @typedef {object} ServerTimes
 * @property {(line: string) => void} hear
 * @property {() => void} forget what was heard so far
 * @property {(page: string, count: number) => Promise<readonly number[]>} of a page, in ms; waits until so many were told
 */

/** @returns {ServerTimes} */
export function serverTimes() {
  /** @type {{ path: string, ms: number }[]} */
  let told = []
  let rest = ''
  return {
    hear: (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (line.includes('"event":"request"')) told.push(JSON.parse(line))
      }
    },
    forget: () => void (told = []),
    of: async (page, count) => {
      const found = () => told.filter(({ path }) => path === page).map(({ ms }) => ms)
      for (let round = 0; found().length < count; round++) {
        if (round > 200)
          throw new Error(`the server told of ${found().length} answers to ${page}, not of ${count}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return found()
    },
  }
}
