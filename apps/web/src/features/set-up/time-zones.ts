/** Every zone that this browser knows, as "Europe/London" and with a readable name; the reader's own included. */
export function timeZones(): readonly { readonly id: string; readonly label: string }[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const known = Intl.supportedValuesOf('timeZone')
  return [...new Set(['UTC', own, ...known])]
    .sort()
    .map((id) => ({ id, label: id.replaceAll('_', ' ').replaceAll('/', ' / ') }))
}
