/**
 * Verbs and nouns of saying, thinking and meaning, grouped by what they report, so that a rare one is
 * read as its likes are.
 */
import { toKey, type Key } from "./feature-keys.ts";
import { stemOf } from "./stems.ts";

const GROUPS: Readonly<Record<string, string>> = {
  say: "say state tell add note remark comment mention declare assert claim contend maintain insist argue reason explain clarify elaborate emphasise emphasize stress underscore underline reiterate repeat announce proclaim pronounce report relate recount recall recite narrate describe disclose reveal divulge confide admit concede confess acknowledge allow confirm affirm testify swear attest aver avow allege charge posit submit speak talk discuss chat lecture preach mutter murmur whisper shout yell scream cry exclaim blurt quip joke laugh tease sigh groan snap bark growl intone opine muse interject continue conclude begin volunteer venture observe answer reply respond retort counter rejoin write pen tweet retweet post blog text email cable publish print quote cite paraphrase reference invoke broadcast message chant utter voice articulate express convey communicate signal hint imply insinuate intimate suggest inform notify advise brief apprise assure reassure remind caution warn alert dub call name label brand term title characterise characterize portray depict paint cast frame summarise summarize outline detail specify stipulate spell phrase word expound pontificate rant gush boast brag crow tout trumpet echo parrot",
  think:
    "think believe feel figure suppose presume assume guess reckon suspect imagine envision envisage conceive consider deem regard judge view see perceive hold find conclude decide determine realise realize recognise recognize understand know remember forget doubt wonder ponder contemplate weigh foresee anticipate expect predict forecast project estimate calculate speculate theorise theorize hypothesise surmise infer deduce interpret sense fancy misjudge mistake underestimate overestimate rate rank trust convince persuade satisfy ascertain learn discover hear notice",
  feel: "hope wish fear worry fret dread regret lament bemoan mourn rue resent hate loathe despise detest abhor dislike love like adore admire respect enjoy appreciate relish cherish prefer favour favor care mind welcome cheer celebrate rejoice delight please thrill excite anger outrage infuriate frustrate irritate upset annoy alarm concern trouble disturb shock stun surprise amaze astonish baffle puzzle confuse disappoint dismay embarrass envy sympathise sympathize",
  want: "want desire seek aim intend mean plan aspire strive yearn long crave demand insist require request ask beg plead implore beseech entreat appeal urge exhort press push lobby campaign call encourage recommend advocate propose suggest counsel advise order command instruct direct tell forbid prohibit ban bar invite challenge dare prod nudge goad",
  ask: "ask inquire enquire query question quiz interrogate probe wonder press pose",
  praise:
    "praise laud applaud commend hail salute extol compliment congratulate thank credit endorse back support champion defend uphold embrace approve accept agree concur side ratify validate vouch bless recommend advocate promote honour honor vindicate justify excuse forgive sympathise",
  blame:
    "blame accuse fault criticise criticize condemn denounce decry deplore slam blast bash hammer rip rap lambaste lambast excoriate pillory assail attack lash rail rage fume vent scold chide chastise rebuke reprimand admonish berate castigate censure upbraid mock ridicule deride scoff sneer jeer taunt needle insult belittle disparage denigrate smear slur slander vilify demonise demonize dismiss discount disregard reject rebuff refuse refute rebut repudiate renounce disavow disown deny dispute contest challenge oppose resist object protest complain grumble gripe whine grouse carp balk bristle question doubt disagree dissent differ indict impugn malign savage skewer trash pan disapprove veto snub distance hit knock",
  show: "show indicate suggest demonstrate prove reveal find reflect illustrate establish document estimate imply confirm point seem appear look sound read",
  promise:
    "promise pledge vow swear commit undertake agree offer guarantee threaten warn refuse decline volunteer consent resolve decide choose opt elect agree decline determine plan prepare intend propose schedule",
  noun: "statement claim remark comment assertion allegation accusation charge argument contention suggestion proposal plan idea view opinion belief notion theory conviction assumption expectation prediction forecast estimate assessment judgment judgement conclusion finding report account description characterisation characterization criticism condemnation attack praise endorsement support opposition objection protest complaint concern worry fear hope wish desire demand request call appeal plea promise pledge vow commitment threat warning announcement declaration admission confession denial refusal rejection acknowledgement acknowledgment decision ruling verdict question answer response reply reaction explanation excuse message letter email tweet post quote line speech testimony interview advice recommendation order insistence stance position attitude feeling sense doubt scepticism skepticism suspicion confidence optimism pessimism anger frustration disappointment willingness unwillingness reluctance determination intention ambition",
};

const GROUP_OF = new Map<string, Key>();
for (const [group, words] of Object.entries(GROUPS)) {
  for (const word of words.split(" ")) {
    const stem = stemOf(word);
    if (!GROUP_OF.has(stem)) GROUP_OF.set(stem, toKey(group));
  }
}

/** The group of a stem, or undefined where it is in none. */
export function cueGroupOf(stem: string): Key | undefined {
  return GROUP_OF.get(stem);
}
