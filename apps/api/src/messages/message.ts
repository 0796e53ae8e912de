import english from './en.json' with { type: 'json' }

export type MessageKey = keyof typeof english

/** A sentence of the catalogue with its `{names}` filled in. */
export function message(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return english[key].replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name]
    return value === undefined ? gap : String(value)
  })
}
