/** Counts what people do on their way, and how long it takes a machine to do it. */
export interface Steps {
  do(what: string, act: () => Promise<unknown>): Promise<void>
  readonly report: () => string
}

export function countSteps(): Steps {
  const begun = Date.now()
  const done: string[] = []
  return {
    do: async (what, act) => {
      const from = Date.now()
      await act()
      done.push(`${((Date.now() - from) / 1000).toFixed(1)} s  ${what}`)
    },
    report: () => [...done, `${done.length} steps, ${((Date.now() - begun) / 1000).toFixed(1)} s`].join('\n'),
  }
}
