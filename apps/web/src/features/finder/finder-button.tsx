import { Button } from 'react-aria-components'
import { SearchIcon } from '@accord/ui/icons/search-icon'
import { isApple } from '../../lib/keys.js'
import { useWebMessages } from '../../lib/use-web-messages.js'

/** Looks like a search field in the top bar and opens the finder; on a phone its icon alone is left. */
export function FinderButton({ onPress }: { readonly onPress: () => void }) {
  const t = useWebMessages()
  return (
    <Button className="web-find" onPress={onPress}>
      <SearchIcon />
      <span className="web-find-words">{t('finder.open')}</span>
      <kbd aria-hidden="true">{t('finder.keys', { system: isApple() ? 'apple' : 'other' })}</kbd>
    </Button>
  )
}
