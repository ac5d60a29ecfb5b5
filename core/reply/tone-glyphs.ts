/** What little pictures say: scorn or anger beside kind words turns them round; affection alone is a kind word. */

const SCORN = /[😡🤬😠👎🙄🤡💩😤😒🖕🤮🤢😾]/u
const AFFECTION = /^(?:[❤♥🧡💛💚💙💜🤍💖💗💕💝💐🌹🌸🌺🎉🎂🎊🥰😍😘😊☺🙏👍👏🤗✨⭐🌟]|[\p{Emoji_Modifier}\s!.])+$/u

/** Sadness; tears may be of joy and are none. */
const DEJECTED = /[😞😔😟🙁☹😢💔😕😩😫😣😖]|(?<![\p{L}\p{N}]):(?:\(|'\()/u

export const isDejected = (text: string): boolean => DEJECTED.test(text)

export const isScornful = (text: string): boolean => SCORN.test(text)

/** Nothing but hearts, flowers, a thumb: `text` without variation selectors and joiners, or with them. */
export const isAffection = (text: string): boolean =>
  AFFECTION.test(text.replace(/[\uFE0F\u200D]/g, '')) && /\p{Extended_Pictographic}/u.test(text)
