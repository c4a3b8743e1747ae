/**
 * Names of places, bodies and people of the world's diplomacy. General lists, not drawn from any
 * measured text; compromise's lexicon (MIT) adds first names, cities and demonyms.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const phrases = (list: string): readonly string[] => list.trim().split(/\s*,\s*/);

/** Countries, unions of countries, and their short forms. */
export const COUNTRY_NAMES = phrases(`
united states, united states of america, united kingdom, great britain, britain, northern ireland, scotland, wales, england, usa, u.s., u.k., uk, u.s.a., us,
saudi arabia, united arab emirates, uae, turkey, türkiye, jordan, chad, georgia, north korea, south korea, russian federation,
sri lanka, new zealand, south africa, south sudan, north macedonia, czech republic, czechia, ivory coast, sierra leone,
palestine, taiwan, kosovo, vatican, holy see, netherlands, the netherlands, hashemite kingdom of jordan, islamic republic of iran,
soviet union, ussr, yugoslavia, european union, eu, bosnia, herzegovina, kurdistan, iraqi kurdistan, papua new guinea, democratic republic of congo, people's republic of china
`);

/** Regions, provinces, cities and waters that news of diplomacy names. */
export const PLACE_NAMES = phrases(`
middle east, near east, far east, north africa, west africa, east africa, sub-saharan africa, central asia, south asia, southeast asia, south-east asia, east asia, asia pacific, indo-pacific,
latin america, central america, south america, north america, the west, western europe, eastern europe, central europe, balkans, western balkans, baltics, caucasus, levant, maghreb, sahel,
gulf, persian gulf, arabian peninsula, horn of africa, mediterranean, black sea, red sea, baltic sea, sea of azov, caspian sea, south china sea, mediterranean sea, north sea, dead sea,
suez canal, strait of hormuz, bab el-mandeb, kerch strait, bosphorus, dardanelles, tigris, euphrates, nile, danube, dnipro, dnieper, golan heights, west bank, gaza, gaza strip, sinai,
donbas, donbass, donetsk, luhansk, crimea, kherson, zaporizhzhia, kharkiv, odesa, odessa, mariupol, bakhmut, avdiivka, lviv, dnipro, mykolaiv, chernihiv, sumy, poltava, vinnytsia, zhytomyr, chernivtsi,
ivano-frankivsk, ternopil, rivne, lutsk, uzhhorod, kryvyi rih, kramatorsk, sloviansk, melitopol, berdiansk, bucha, irpin, izium, kupiansk, pokrovsk, chernobyl, sevastopol, simferopol, yalta, kursk, belgorod, rostov,
kyiv, kiev, moscow, st petersburg, saint petersburg, minsk, warsaw, vilnius, riga, tallinn, helsinki, stockholm, oslo, copenhagen, berlin, munich, hamburg, frankfurt, paris, lyon, marseille, london, edinburgh, cardiff, belfast, dublin,
brussels, antwerp, the hague, amsterdam, rotterdam, luxembourg, strasbourg, geneva, zurich, bern, davos, vienna, prague, bratislava, budapest, bucharest, sofia, athens, rome, milan, naples, madrid, barcelona, lisbon,
belgrade, sarajevo, zagreb, ljubljana, skopje, tirana, pristina, podgorica, chisinau, tbilisi, yerevan, baku, ankara, istanbul, izmir, gaziantep, antalya, nicosia, beirut, tripoli, damascus, amman, jerusalem, tel aviv, haifa, ramallah, cairo, alexandria,
riyadh, jeddah, mecca, medina, doha, abu dhabi, dubai, manama, muscat, kuwait city, sanaa, aden, hodeidah, taiz, baghdad, basra, mosul, erbil, irbil, kirkuk, tikrit, fallujah, ramadi, najaf, karbala, samarra, sulaymaniyah, dohuk, sinjar, tal afar, baquba, hit, haditha, rutba, baiji,
anbar, al anbar, nineveh, ninewa, diyala, salah ad din, saladin, babil, dhi qar, maysan, wasit, aleppo, homs, hama, idlib, latakia, tartus, tartous, raqqa, raqqah, ar raqqah, al-raqqa, deir ezzor, deir al-zor, deir ez-zor, dayr az zawr, palmyra, kobani, kobane, daraa, deraa, sweida, hasakah, hasaka, qamishli, manbij, al-bab, ghouta, eastern ghouta, douma, afrin, azaz, jarabulus, madaya, zabadani, quneitra, abu kamal, dabiq, tabqa,
tehran, isfahan, qom, natanz, fordow, bushehr, kabul, kandahar, herat, helmand, islamabad, karachi, lahore, peshawar, new delhi, delhi, mumbai, kashmir, dhaka, colombo, kathmandu, beijing, shanghai, hong kong, xinjiang, tibet, taipei, seoul, pyongyang, tokyo, hiroshima, osaka,
hanoi, bangkok, jakarta, bali, manila, kuala lumpur, singapore, canberra, sydney, melbourne, wellington, nairobi, mombasa, addis ababa, khartoum, darfur, mogadishu, kampala, kigali, kinshasa, abuja, lagos, accra, dakar, bamako, niamey, algiers, tunis, sousse, rabat, casablanca, benghazi, sirte, misrata, derna, pretoria, cape town, johannesburg, harare, lusaka, luanda,
ottawa, toronto, montreal, vancouver, mexico city, havana, caracas, bogota, bogotá, lima, quito, santiago, buenos aires, brasilia, brasília, sao paulo, são paulo, rio de janeiro,
washington, washington d.c., d. c., washington dc, d.c., dc, new york, new york city, california, texas, florida, virginia, maryland, pennsylvania, illinois, ohio, michigan, georgia, alaska, anchorage, hawaii, chicago, boston, los angeles, san francisco, houston, atlanta, miami, philadelphia, detroit, seattle, denver, dallas, mar-a-lago, camp david, capitol hill, guantanamo, guantanamo bay, pearl harbor, san diego, north carolina, south carolina, south dakota, north dakota, new jersey, new mexico, new hampshire, west virginia, rhode island,
downing street, whitehall, westminster, chequers, salisbury, manchester, birmingham, liverpool, glasgow, leeds, bristol, cornwall, yorkshire, kent, essex, normandy, bavaria, catalonia, sicily, siberia, chechnya, abkhazia, south ossetia, transnistria, nagorno-karabakh, kaliningrad, europe, asia, africa, antarctica, arctic, atlantic, pacific, americas, eurasia, scandinavia
`);

/** Bodies and groups by name or short form. */
export const BODY_NAMES = phrases(`
un, u.n., united nations, security council, general assembly, nato, g7, g8, g20, g-7, g-20, osce, iaea, opcw, icc, icj, wto, imf, world bank, who, world health organization, unhcr, unicef, unesco, wfp, ocha, undp, red cross, icrc, red crescent, council of europe,
european union, eu, european commission, european parliament, european council, european central bank, african union, arab league, gulf cooperation council, gcc, asean, brics, opec, commonwealth, oecd, quad, aukus, five eyes, ukraine defense contact group,
white house, pentagon, state department, congress, senate, house of representatives, supreme court, cia, fbi, nsa, national security council, nsc, dod, centcom, eucom, treasury, fco, fcdo, foreign office, home office, cabinet office, ministry of defence, mod, dfid, dfat, downing street, no 10, number 10, parliament, house of commons, house of lords, mi5, mi6, gchq, metropolitan police,
kremlin, duma, state duma, fsb, gru, verkhovna rada, rada, bundestag, knesset, elysee, élysée, quai d'orsay,
labour, labour party, conservative party, conservatives, tories, tory, liberal democrats, lib dems, snp, reform uk, democrats, republicans, republican party, democratic party, sinn féin, ukip, dup,
taliban, al-qaeda, al qaeda, al-qaida, al qaida, aqi, aqap, isis, isil, is, daesh, da'esh, islamic state, islamic state of iraq and the levant, islamic state of iraq and syria, islamic state in iraq and syria, al-nusra, al-nusra front, nusra front, jabhat al-nusra, hayat tahrir al-sham, hts, hezbollah, hizbollah, hizbullah, hamas, houthis, houthi, muslim brotherhood, boko haram, al-shabaab, al-shabab, fatah, plo, pkk, ypg, ypj, pyd, sdf, fsa, syrian democratic forces, free syrian army, syrian national coalition, peshmerga, irgc, revolutionary guards, revolutionary guard, quds force, wagner, wagner group, azov, ira, farc, eta, isf, popular mobilization forces, popular mobilisation forces,
bbc, cnn, cbs, nbc, abc, itv, sky news, fox news, new york times, washington post, guardian, financial times, wall street journal, reuters, associated press, afp, ap, bloomberg, tass, interfax, ria novosti, rt, ukrinform, ukrainska pravda, kyiv independent, kyiv post, politico, axios, economist, telegraph, daily mail, the times, the sun, al jazeera, al arabiya, xinhua, der spiegel, le monde, pravda,
gazprom, rosneft, naftogaz, lukoil, rosatom, energoatom, sberbank, bp, shell, exxonmobil, boeing, lockheed martin, raytheon, bae systems, starlink, spacex, twitter, facebook, google, microsoft, apple, amazon, meta, amnesty international, human rights watch, oxfam, chatham house, greenpeace, médecins sans frontières, white helmets, transparency international
`);

/** Names given to men and women in the countries that diplomatic news is about, beyond compromise's. */
export const GIVEN_NAMES = words(`
abbas abdel abdul abdulla abdullah abdulrahman abu adel adnan ahmad ahmed aisha akram ali alaa amal amer amina amir anas andrii andriy anatoly anna
anton antonio arseniy ash ashton ayman aziz badr bakr bashar bassam bassel barack ban benjamin bilal bohdan boris borys brett chuck dalia dana daria denys dmitri dmitry dmytro donald
emmanuel emomali fadi faisal farid farouk fatima fawzi federica fouad francois françois fuad gennady ghassan giorgi habib haider hakim hamid hamza hanna hassan hassan haytham hillary hussein
ibrahim igor ihor ilham imad imran ihor iryna isa islam ismail ivan iyad jalal jalil jamal jamil jawad javad jens joko joseph jose josé justin kamal karim keir khaled khalid khalifa kirill kofi
leila leonid lina liz lyudmila mahdi mahmoud maia majed malik manal mariam mariana maryam masoud massoud mateusz mevlut mikhail mohamad mohamed mohammad mohammed mounir muammar muhammad muhammed munir
mustafa mustafa mykhailo mykola nabil nadia naftali nasser natalia nawaf nikolai nikolay nizar nouri nuri nursultan olaf oleg oleh oleksandr oleksii oleksiy olena olga olha omar osama othman pavlo pedro petro qasem qassem
rached rafiq rami rashid rasha recep reem rex riad rishi ruslan saad saddam saeed said salah salem salim salman salva samantha samir sami sanna sara sauli selim serhii serhiy sergei sergey shinzo shireen sigmar staffan susan
taha talal tareq tariq tarek tayyip theresa tobias tony turki ursula usman valdis valery vasyl viktor vitali vitaliy vladimir volodymyr walid wael xi yahya yasser yasmin yevgeny yitzhak yoav youssef yousef yulia yuri yuriy yusuf zaid zainab zalmay zeid ziad zuhair angela antony
`);

/** Family names of those who led states, governments, movements and their diplomacy since about 1990. */
export const LEADERS = words(`
abadi abbas abdulaziz abe ahmadinejad albanese albright aliyev allawi annan arafat araghchi asad assad aznar baerbock baghdadi baker barroso barzani bashir ben-gvir bennett berlusconi
biden blair blinken bolsonaro bolton borrell brown brahimi bush cameron carney carter castro chávez chavez cheney chirac cleverly clinton conte costa cox de-mistura draghi duda
erdogan erdoğan fabius fico fidan frederiksen gaddafi gates gantz ghani gorbachev grossi guterres haftar hague hague haley hammond haniyeh hariri harris healey hegseth hollande hunt hussein
jaishankar jinping johnson kagame kallas karzai kellogg kerry khamenei khan khomeini kishida kohl kuleba lammy lavrov leyen linkevicius lukashenko macron maduro major maliki mandela mandelson mattis may mccain medvedev meloni merkel merz michel miliband milosevic
mitterrand modi mogherini morsi mubarak mugabe mueller musharraf nasrallah navalny netanyahu nuland obama orban orbán pahor peskov petraeus pelosi pence poroshenko powell prigozhin prodi psaki putin qaddafi raab rabin rasmussen reagan renzi rice rouhani rubio rudd rumsfeld rutte
sadr sanchez sánchez sandu sarkozy scholz schröder shapps sharon shmyhal shoigu sikorski sinwar sisi sistani soleimani solana starmer stoltenberg stubb sullivan sunak svyrydenko sybiha talabani thatcher tillerson trudeau trump truss tsipras tusk tymoshenko umerov
vance volker wallace witkoff xi yanukovych yatsenyuk yeltsin yermak yushchenko zakharova zaluzhny zaluzhnyi zapatero zarif zarqawi zawahiri zelensky zelenskiy zelenskyy zuma
`);
