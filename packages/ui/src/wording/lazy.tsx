import { lazy, Suspense } from 'react'
import type { TextHintsProps } from './text-hints.js'
import { useWordingSettings } from './wording-context.js'

const LoadedHints = lazy(async () => ({ default: (await import('./text-hints.js')).TextHints }))

/** What could be said otherwise in a text that somebody is writing; nothing is fetched where nobody wants it. (WC7) */
export function WordingHints(props: TextHintsProps) {
  const settings = useWordingSettings()
  if (settings?.isOn !== true || props.text.trim() === '') return null
  return (
    <Suspense>
      <LoadedHints {...props} />
    </Suspense>
  )
}
