/** The meaning of emoji: scorn or anger beside kind words reverses them; affection alone is a kind word. */

const SCORN = /[😡🤬😠👎🙄🤡💩😤😒🖕🤮🤢😾]/u
const AFFECTION = /^(?:[❤♥🧡💛💚💙💜🤍💖💗💕💝💐🌹🌸🌺🎉🎂🎊🥰😍😘😊☺🙏👍👏🤗✨⭐🌟]|[\p{Emoji_Modifier}\s!.])+$/u

/** Sadness. Tears are left out, because they may be of joy. */
const DEJECTED = /[😞😔😟🙁☹😢💔😕😩😫😣😖]|(?<![\p{L}\p{N}]):(?:\(|'\()/u

export const isDejected = (text: string): boolean => DEJECTED.test(text)

export const isScornful = (text: string): boolean => SCORN.test(text)

/** Only hearts, flowers, a thumb. `text` may hold variation selectors and joiners or not. */
export const isAffection = (text: string): boolean =>
  AFFECTION.test(text.replace(/[\uFE0F\u200D]/g, '')) && /\p{Extended_Pictographic}/u.test(text)
