/**
 * English comments that staff need not read. The words left out of comment-words-vi.ts are left out here too: not, but, only, more, should, please.
 */
import { type CommentVocabulary, words } from '#core/reply/comment-vocabulary.ts'

const VERY = '( (very|really|so|super|truly|quite|absolutely|extremely|always|all|such|totally)){0,2}'

export const ENGLISH_COMMENTS: CommentVocabulary = {
  idle: words(
    'hmm|hm|um|uh|about|absolutely|honestly|personally|i|im|ive|me|my|mine|myself|we|weve|our|us|you|your|yours|youre|it|its|is|are|was|were|am|been|be|have|has|had|the|a|an|this|that|thats|these|those|they|theyre|their|he|she|his|her|and|with|of|for|to|from|at|in|on|by|as|' +
      'so|very|really|super|truly|quite|absolutely|extremely|totally|always|just|also|all|both|everything|everyone|every|each|overall|such|what|how|yes|yeah|yep|oh|wow|hi|hello|hey|dear|ok|okay|thanks|thank|cheers|team|guys|folks|shop|' +
      'because|since|well|here|there|again|today|ever|indeed|simply|definitely|certainly|sure|surely|lot|lots|much|many|say|think|feel|find|found|best|regards|kind|warm|xx|x|haha|lol',
  ),
  topics: words(
    'tea|teas|lotus|jasmine|oolong|green|black|leaf|leaves|pot|teapot|cup|cups|set|box|boxes|tin|bag|bags|gift|gifts|present|card|note|letter|product|products|item|items|order|orders|ordering|parcel|package|packaging|packing|wrapping|' +
      'delivery|deliveries|shipping|courier|driver|service|services|support|staff|people|lady|girl|boy|man|customer|care|quality|price|prices|value|taste|tastes|tasted|flavour|flavours|flavor|flavors|aroma|smell|smells|scent|colour|color|look|' +
      'looks|design|store|website|site|app|experience|company|brand|everybody|family|friends|friend|mum|mom|mother|dad|father|wife|husband|sister|brother|daughter|son|kids|children|boss|colleagues|parents|guests|came|come|comes|arrived|' +
      'arrives|received|got|get|bought|buy|buying|order|ordered|delivered|packed|packaged|wrapped|presented|made|makes|drink|drinking|drank|brew|brewed|brewing|tried|try|use|using|answer|answers|reply|replies|replied|communication|' +
      'morning|evening|day|days|time|first|birthday|tet|christmas|every|home|house|process|range|choice|selection|attention|detail|treat|job|work|thing|things|way|surprise|surprises|checkout|payment|paying|ritual|routine|break|afternoon|afternoons|lady|gentleman|hospitality|atmosphere|ambience|place|spot|corner|sweets|cookies|cakes|snacks|honey|lemon|ginger|chrysanthemum|matcha|herbal|ceremony|tradition|culture|craftsmanship|craft|artisan|deal|dealing|dealt|working|worked with|talk|talking|spoke|explained|chose|choose|helped|help|serve|served|serving|visit|visited|smile|smiles|smiling|treat|treated|what you do|doing|presentation|effort|efforts|touch|touches|personal|handwritten|wrapping paper|occasion|memories|souvenir|souvenirs|moment|moments|feeling|mood|sip|sips|cuppa|mug|kettle|infusion|blend|blends|petals|flowers|flower|garden|summer|winter|autumn|spring|evenings|mornings|night|nights|weekend|holiday|holidays|wedding|party|anniversary|office|desk|country|city|vietnam|hanoi|saigon|japan|ribbon|bow|paper|label|instructions|website|chat|message|messages|phone|manager|owner|waiter|waitress|granddad|grandma|grandmother|grandparents|aunt|uncle|neighbour|neighbor|neighbours|anyone|someone|breakfast|dinner|lunch|meal|meals|part|business|place|response|owner|owners|gave|sent|went|done',
  ),
  praise: words(
    'great|good|excellent|amazing|awesome|fantastic|wonderful|brilliant|outstanding|superb|perfect|perfectly|lovely|beautiful|beautifully|nice|nicely|delicious|tasty|yummy|fresh|fragrant|smooth|smoothly|aromatic|refreshing|soothing|' +
      'fast|quick|quickly|prompt|promptly|swift|speedy|efficient|efficiently|friendly|helpful|polite|courteous|professional|kindly|attentive|caring|responsive|knowledgeable|sweetest|thoughtful|generous|love|loved|loves|loving|like|liked|likes|' +
      'enjoy|enjoyed|enjoys|enjoying|happy|happier|pleased|satisfied|delighted|impressed|glad|grateful|recommend|recommended|recommending|favourite|favorite|reliable|trustworthy|convenient|easy|easily|simple|effortless|seamless|' +
      'affordable|reasonable|fair|worth|authentic|elegant|gorgeous|stunning|pretty|premium|classy|neat|neatly|carefully|safely|securely|intact|exceptional|fabulous|splendid|stellar|flawless|flawlessly|incredible|superior|top|heavenly|divine|cute|' +
      'satisfying|pleasant|pleasure|joy|clean|tidy|cosy|cozy|warmly|appreciate|appreciated|bravo|kudos|yum|thrilled|magnificent|terrific|marvellous|marvelous|exquisite|rich|charming|welcoming|sincere|five stars',
  ),
  praisePhrases: [
    `(will|ill|we will|well|would|id|going to|gonna)( definitely| certainly| surely| absolutely| be| gladly| happily| always| love to){0,3} (buy|order|shop|come back|be back|return|recommend|recommending|use|ordering|buying|back)( (you|it|this|here|from|with|to|all|my|our|your|tea|teas|friends|family|everyone|shop|again|soon|and again|for sure|more tea)){0,8}`,
    '(see you|back) (again|soon)',
    '(cant|cannot|could not|couldnt)( really)? (fault|complain|ask for( anything)? more|be happier|be better|have been better|have asked for more|recommend enough|get enough)( (of this tea|of your tea|at all|of it|about anything|the service|of this|it|you|them|anything)){0,3}',
    '(no|zero|never any|without any|not a single) (complaints?|issues?|problems?|faults?|hassle|trouble|regrets?|fuss|worries|delays?)( at all| whatsoever| so far| here)?',
    'nothing( (i can|to|i|would|can|could|is|was)){0,3} (bad to say|complain about|complain|fault|improve|criticise|criticize|change|broken|missing|wrong)',
    '(never|not once)( been)?( (have i|had|a|an|any|have|i|you)){0,3} (bad|disappoints?|disappointed|disappoint|let me down|failed me|fails?|a problem|problems?|complaint|dull)( (cup|experience|me|day|order))?',
    '(exceeded|exceeds|beyond|above|surpassed|better than)( all my| all| our| my)?( (my|our|the|expectations|expected|i expected|i hoped|hoped|imagined)){1,4}',
    '(as|exactly as|just as|like) (always|ever|usual|expected|described|promised|advertised|pictured|shown|in the picture|ordered)',
    'keep( (it|up|the|going|doing|on|good|great|excellent|amazing|work|this|job|what|youre|you|are|like|same|quality)){1,7}',
    '(value for( my| the)? money|worth (it|every (penny|cent|dong)|the (price|money|wait))|good deal|great deal|bargain|money well spent)',
    '(top notch|first class|first rate|world class|second to none|spot on|on point|on time|in time|ahead of (time|schedule)|right on time|same day|next day|the next day|overnight|in no time|hassle free|stress free|problem free|well done|good job|great job|nailed it|crushed it|two thumbs up|thumbs up|hands down|10 out of 10|ten out of ten|five star|5 star|5 stars|a plus|long time customer|loyal customer|regular customer|life saver|lifesaver)',
    '(made|makes|brightened|lifted) (my|our|her|his|their)( whole)?( (day|week|evening|morning|birthday|mum|mom|mother|christmas|year|very|so|happy|smile)){1,6}',
    '(looking|look) forward( (to|my|the|next|another|order|ordering|again|trying|more|buying|from|you|visit)){1,8}',
    '(cant|cannot) wait( (to|for|try|order|drink|my|the|next|again|more|cup|it)){1,6}',
    '(highly|strongly|fully|would|happily|definitely)( highly)? recommend(ed)?( (to|it|you|your|this|shop|tea|anyone|everyone|all|friends|and|family|my))*',
    '(big|huge) (fan|thanks|thank you)',
    '(an|awful) lot',
    `(well|beautifully|nicely|carefully|securely|safely|neatly|properly|perfectly) (packed|packaged|wrapped|presented|made|done|protected|balanced|organised|organized)`,
    'too bad i (cant|cannot) give( you)?( (11|eleven|more|12|20))?',
    '(much|very much) appreciated',
    `(happy|pleased|satisfied|delighted|impressed|glad) (with|by|about)${VERY}`,
    'no buts',
    'never (had|tasted|tried|drunk)( a| any)?( [^ |]+){0,1} better( [^ |]+){0,2}',
    '(adore|adores|adored|cherish|treasure|admire|admired)',
    'patient with (me|us|my questions|all my questions|my mother)',
    '(solid|steady|consistent|consistently) (service|quality|shop|choice|product|tea|good|great)',
    'all the way',
    'so far',
    '(found|discovered) (your|this|you)( (shop|store|tea|brand|company)){0,1}',
    '(best|finest|greatest|loveliest|nicest)( [^ |]+){0,3} (i have|we have|ive|weve|i)( ever)? (had|tried|tasted|drunk|drank|bought|ordered)',
    '(i would|id|i)( happily| gladly)? (say|give|rate)( (it|you|this|the|shop|a|full|solid|them|definitely)){0,4}',
    'would( (definitely|certainly|highly|happily|gladly|absolutely)){0,2} recommend',
    'more than (happy|satisfied|pleased)',
    '(excellent|great|good|amazing|wonderful) (all round|all around|throughout|from start to finish|start to finish)',
    'from start to finish',
    '(answered|solved|helped|explained)( (all|my|me|our|us|every|question|questions|everything|quickly|well|kindly|patiently|problem|with)){0,5}',
  ],
  storyPhrases: [
    '(bought|ordered|got|gave|sent|purchased|buying|ordering)( (it|this|them|one|two|some|tea|teas|the|a|box|set|as|for|to|here|from|you)){0,5} (gift|present|my (mother|mum|mom|dad|father|wife|husband|sister|brother|friend|friends|boss|daughter|son|parents|grandmother|grandma|team|family)|mothers day|christmas|tet|her birthday|his birthday)( (for|to|my|mother|mum|mom|dad|wife|husband|sister|boss|friend)){0,4}',
    '(my|our|her|his)( (first|second|third|fourth|fifth|last))? (order|time|purchase)( (here|with|you|from|and)){0,3}',
    '(been|have been|ive been|we have been)( a| your)? (customer|buying|ordering|drinking|coming|fan)( (for|here|from|you|your|this|tea|of|yours|with|years|many|several|ten|five|two|three|now|since)){0,8}',
    '(every|each) (morning|day|evening|night|time|week|year)',
    '(for|over|many|several|two|three|five|ten|[0-9]+) years( now)?',
    '(my|our) (whole )?(family|mother|mum|mom|dad|father|wife|husband|sister|brother|daughter|son|kids|children|boss|friends|colleagues|parents|guests|grandmother|grandma)',
    '(thanks|thank you|thank u)( (so|very|much|a|lot|bunch|million|again|to|for|all|everything|everyone|you|the|your|team|great|lovely|quick|fast|wonderful|tea|service|help|gift|card|shop|guys)){0,10}',
  ],
  deeds: [],
  much: [],
  softEnds: [],
  markedOnly: [],
  scalePhrases: [
    '(not|very|extremely|completely|totally|really)? ?(satisfied|dissatisfied|unsatisfied|unhappy|neutral|difficult|hard)( at all)?',
    '(not at all|not yet|not really|all good|no|nope|nah|unresolved|unsolved|resolved|solved|fixed|sorted|done|settled|now|y|yup|issue|problem|question|case|hasnt|isnt|wasnt|not|never|still|yet|fully|unfortunately|sorry|neither|nor|or)',
  ],
}
