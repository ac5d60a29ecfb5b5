/** Words of sentences that are in no signature: "I", "is", "nhưng", "nhé". A person wrote the line that has one of them, and it says something. */

const VIETNAMESE =
  'nhưng|nhung|không|khong|ko|k|chưa|chua|đã|sẽ|đang|được|duoc|bị|là|rất|rat|quá|qua|lắm|lam|nhé|nhe|nha|ạ|thì|mà|đừng|dung|vẫn|van|nếu|rồi|roi|cũng|cung|luôn|tôi|toi|mình|minh|tui|shop|vui lòng|xin|muốn|muon|cần|can|hãy|nên|vì|để|này|kia|đó|sao|gì|nào|mấy|chỉ|còn|lại|lai|giùm|giúp|giup|cho|cám|với|rằng|vậy|thế|nhỉ|hả|ơi|đi|nữa|nua|mong|hơi|thấy|thay|tới|đến'
const ENGLISH =
  'i|im|ive|you|your|youre|we|it|its|is|are|was|were|am|be|been|but|not|no|dont|didnt|doesnt|cant|wont|please|pls|have|has|had|my|me|this|that|these|those|will|would|can|could|should|if|when|because|so|very|too|they|there|what|why|how|never|again|more|get|got|do|did|does|just|also|still|he|she|them|than|then|really'

const WORDS = new Set(`${VIETNAMESE}|${ENGLISH}`.split('|'))

/** With a capital they are names (Minh, Dung, My, IT), except in lines that are all capitals. */
export const isProse = (line: string): boolean =>
  (/\p{Ll}/u.test(line) ? line : line.toLowerCase())
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => WORDS.has(word))
