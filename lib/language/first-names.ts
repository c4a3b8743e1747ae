/** What first names, titles and nouns say of whether a person is called "he" or "she". */

export type Gender = "he" | "she";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const MALE_NAMES = words(
  "aaron adam alan albert alex alexander alexei alfred ali allen andrew andriy andrzej andy angus anthony antonio arthur barack ben benjamin bernard bernie bill billy bob bobby boris brad brandon brendan brent brian bruce bryan carl carlos charles charlie chris christian christopher chuck clark colin corey craig dan daniel darrell dave david dean dennis derek devin dmitri dmitry dmytro don donald doug douglas duncan dwight earl ed eddie edward emmanuel eric erik ernest eugene evan francis francois frank fred gary gavin geoffrey george gerald glenn gordon graham grant greg gregory guy hans harold harry harvey henry howard hugh ian igor ivan jack jacob jake james jared jason jay jean-marc jeff jeffrey jeremy jerry jesse jim jimmy jean joe joel john johnny jon jonathan jose joseph josh joshua juan julian justin karl keir keith ken kenneth kevin kyle kyrylo larry lars lawrence lee leon leonard leonid lester lewis liam lloyd louis luis luke lindsey marc marco marcus mario mark martin marvin matt matthew maurice max michael miguel mike mikhail mitch mitt mohamed mohammed nathan neil newt nicholas nick nigel norman olaf oleg oleksandr oleksiy oliver oscar otto owen patrick paul pavlo pedro pete peter petro phil philip pierre rafael ralph rand randy ray raymond rex richard rick rob robby robert roberto rod rodney roger roman ron ronald roy rudy rupert russell ryan sam samuel scott sean sebastian serge sergei sergey serhiy seth shane simon spencer stanley stefan stephen steve steven stuart taras ted terence terry theodore thomas tim timothy toby todd tom tommy tony travis tyler valery vasyl victor viktor vincent vitali vitaliy vladimir vladislav volodymyr walter warren wayne wes will william wolf yuri yevgeny zac zachary",
);
const FEMALE_NAMES = words(
  "abigail alice alicia alison allison amanda amber amelia amy ana andrea angela anita ann anna anne annette annie april ashley audrey ava barbara beth bethany betty beverly bonnie brenda brittany camille candice carla carly carmel carmen carol caroline carolyn catherine cathy charlotte cheryl chloe christina christine cindy claire clara claudia condoleezza courtney cynthia daisy danielle dawn deborah debbie debra denise diana diane dina donna dora doris dorothy edith eileen elaine eleanor elena elise elizabeth ella ellen emily emma erica erika erin esther eva eve evelyn faye fiona florence frances gail gabrielle georgia gina giorgia gloria grace gwen hannah harriet heather heidi helen hilary hillary holly huma ida ingrid irene iryna isabel ivanka jackie jacqueline jan jane janet janice jean jeanne jen jennifer jenny jess jessica jill jo joan joanna joanne jo-renee josephine joy joyce judith judy julia julie june kaitlin kamala karen karine kate katherine kathleen kathryn kathy katie katrina kay kayleigh keisha kelly kellyanne kerry kim kimberly kirsten kristen kristin laura lauren leah lena leslie lillian lily linda lisa lois loretta lorraine louise lucy lydia lynn lynne madeleine madison maggie maia margaret maria mariana marie marilyn marina marjorie martha mary maureen meg megan melania melanie melezia melissa meredith michelle mia mindy miriam molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma oksana olena olga olivia pamela pat patricia paula pauline peggy penny phyllis priti rachel rebecca renee rhonda rita roberta robin rosa rose rosemary roxana ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shirley sofia sonia sophia sophie stacey stephanie sue susan suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa terri theresa tiffany tina tracey tracy ursula valerie vanessa vera veronica victoria viktoria viola virginia vivian wendy yulia yuliia yvette yvonne zoe",
);
const MALE_WORDS = words(
  "mr mr. sir lord king prince father brother son husband chairman spokesman congressman businessman salesman he his him himself baron duke gentleman",
);
const FEMALE_WORDS = words(
  "mrs mrs. ms ms. miss lady dame queen princess baroness mother sister daughter wife widow chairwoman spokeswoman congresswoman businesswoman actress she her herself duchess",
);

/** What a first name says; null where it is unknown or given to both. */
export function genderOfFirstName(name: string): Gender | null {
  const lower = name.toLowerCase();
  const isMale = MALE_NAMES.has(lower);
  const isFemale = FEMALE_NAMES.has(lower);
  return isMale === isFemale ? null : isMale ? "he" : "she";
}

/** What a title or noun beside a name says, as "Mrs.", "spokesman". */
export function genderOfWord(word: string): Gender | null {
  const lower = word.toLowerCase();
  return MALE_WORDS.has(lower) ? "he" : FEMALE_WORDS.has(lower) ? "she" : null;
}
