import type { ReactNode } from 'react'
import { MoreMessages } from '../messages/more-messages.js'
import { catalogue } from './messages/compiled/en.js'

/** The sentences of everything about an ending. */
export function EndingMessages({ children }: { readonly children: ReactNode }) {
  return <MoreMessages catalogue={catalogue}>{children}</MoreMessages>
}
