/** In the place of `follow-stirs`: nobody tells a page of a test anything. */
export function FollowStirs(): null {
  return null
}
