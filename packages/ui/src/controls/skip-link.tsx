import { useUiMessages } from '../messages/use-ui-messages.js'

/** First in the order of tabs: jumps over rooms and headers to the words. */
export function SkipLink({ target = 'main' }: { readonly target?: string }) {
  const t = useUiMessages()
  return (
    <a className="ac-skip" href={`#${target}`}>
      {t('shell.skip')}
    </a>
  )
}
