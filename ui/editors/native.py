"""What countries and languages are called by those who live there and speak them (CLDR), for searching.

Held as data, since asking CLDR means reading a file for each of some two hundred languages.
"""

from collections.abc import Mapping

_COUNTRIES = """
AE الإمارات العربية المتحدة; AF افغانستان; AL Shqipëri; AM Հայաստան; AT Österreich; AX Åland;
AZ Azərbaycan/Азәрбајҹан; BA Босна и Херцеговина/Bosna i Hercegovina; BD বাংলাদেশ;
BE België/Belgique/Belgien; BG България; BH البحرين; BI Uburundi; BJ Bénin; BL Saint-Barthélemy;
BN بروني; BQ Caribisch Nederland; BR Brasil; BT འབྲུག; BY Беларусь; CD Congo-Kinshasa;
CF Ködörösêse tî Bêafrîka/République centrafricaine; CG Congo-Brazzaville; CH Schweiz/Schwiiz/Suisse;
CM Cameroun; CN 中国; CV Cabo Verde; CW Kòrsou; CY Κύπρος/Kıbrıs; CZ Česko; DE Deutschland; DJ جيبوتي;
DK Danmark; DO República Dominicana; DZ الجزائر/Algérie; EE Eesti; EG مصر; EH الصحراء الغربية;
ER ኤርትራ/إريتريا; ES España; ET ኢትዮጵያ; FI Suomi; FO Føroyar; GE საქართველო; GF Guyane française;
GL Kalaallit Nunaat; GN Guinée; GQ Guinea Ecuatorial/Guinée équatoriale/Guiné Equatorial; GR Ελλάδα;
GW Guiné-Bissau; HK 中國香港特別行政區; HR Hrvatska; HT Haïti; HU Magyarország; IE Éire; IL ישראל/إسرائيل;
IM Ellan Vannin; IN भारत; IQ العراق; IR ایران; IS Ísland; IT Italia; JO الأردن; JP 日本;
KG Кыргызстан/Киргизия; KH កម្ពុជា; KM جزر القمر; KP 북한; KR 대한민국; KW الكويت; KZ Казахстан/Қазақстан;
LA ລາວ; LB لبنان; LI Liächteschtäi; LK ශ්‍රී ලංකාව/இலங்கை; LT Lietuva; LU Lëtzebuerg/Luxemburg;
LV Latvija; LY ليبيا; MA المغرب/Maroc/Meṛṛuk; MD Republica Moldova; ME Crna Gora; MF Saint-Martin;
MG Madagasikara; MK Северна Македонија; MM မြန်မာ; MN Монгол; MO 中國澳門特別行政區/Macau, RAE da China;
MR موريتانيا; MU Maurice; MV ދިވެހި ރާއްޖެ; MX México; MZ Moçambique; NC Nouvelle-Calédonie; NG Nàìjíríà;
NL Nederland; NO Norge/Noreg; NP नेपाल; NZ Aotearoa; OM عُمان; PA Panamá; PE Perú;
PF Polynésie française; PG Papua Niugini; PH Pilipinas; PK پاکستان; PL Polska;
PM Saint-Pierre-et-Miquelon; PS الأراضي الفلسطينية; PY Paraguai; QA قطر; RE La Réunion; RO România;
RS Srbija/Србија; RU Россия; RW U Rwanda; SA المملكة العربية السعودية; SD السودان; SE Sverige;
SG 新加坡/Singapura; SI Slovenija; SJ Svalbard og Jan Mayen; SK Slovensko; SN Senegaal/Sénégal;
SO Soomaaliya/الصومال; ST São Tomé e Príncipe; SX Sint-Maarten; SY سوريا; SZ eSwatini; TD تشاد/Tchad;
TH ไทย; TJ Тоҷикистон; TM Türkmenistan; TN تونس/Tunisie; TW 台灣; UA Україна/Украина;
UZ Oʻzbekiston/Ўзбекистон; VA Città del Vaticano; VN Việt Nam; WF Wallis-et-Futuna; XK Kosovë/Косово;
YE اليمن
"""
_LANGUAGES = """
aa Qafar; ab Аԥсшәа; am አማርኛ; an aragonés; ar العربية; arn Mapudungun; as অসমীয়া; asa Kipare;
ast asturianu; az azərbaycan; ba башҡорт теле; bal بلۆچی; bas Ɓàsàa; be беларуская; bem Ichibemba;
bez Hibena; bg български; bgc हरियाणवी; bgn بلوچی (رخشانی); bho भोजपुरी; blo anii kagɩja; blt ꪼꪕꪒꪾ;
bm bamanakan; bn বাংলা; bo བོད་སྐད་; br brezhoneg; brx बर’; bs bosanski; byn ብሊን; ca català; ccp 𑄌𑄋𑄴𑄟𑄳𑄦;
ce нохчийн; cgg Rukiga; cho Chahta; chr ᏣᎳᎩ; cic Chikashshanompaʼ; ckb کوردیی ناوەندی; co corsu;
cs čeština; csw ᓀᐦᐃᓇᐍᐏᐣ; cu церковнослове́нскїй; cv чӑваш; cy Cymraeg; da dansk; dav Kitaita; de Deutsch;
dje Zarmaciine; doi डोगरी; dsb dolnoserbšćina; dua duálá; dv ދިވެހިބަސް; dyo joola; dz རྫོང་ཁ;
ebu Kĩembu; ee eʋegbe; el Ελληνικά; es español; et eesti; eu euskara; fa فارسی; ff Pulaar; fi suomi;
fo føroyskt; fr français; frr Nordfriisk; fur furlan; fy Frysk; ga Gaeilge; gaa Gã; gd Gàidhlig;
gez ግዕዝኛ; gl galego; gn avañe’ẽ; gsw Schwiizertüütsch; gu ગુજરાતી; guz Ekegusii; gv Gaelg;
haw ʻŌlelo Hawaiʻi; he עברית; hi हिन्दी; hnj 𞄀𞄄𞄰𞄩𞄍𞄜𞄰; hr hrvatski; hsb hornjoserbšćina;
ht Kreyòl Ayisyen; hu magyar; hy հայերեն; id Indonesia; ii ꆈꌠꉙ; is íslenska; it italiano; iu ᐃᓄᒃᑎᑐᑦ;
ja 日本語; jbo la .lojban.; jgo Ndaꞌa; jmc Kimachame; jv Jawa; ka ქართული; kaa қарақалпақша; kab Taqbaylit;
kaj Kaje; kam Kikamba; kcg Katab; kde Chimakonde; ken Kɛnyaŋ; kgp kanhgág; khq Koyra ciini; ki Gikuyu;
kk қазақ тілі; kkj kakɔ; km ខ្មែរ; kn ಕನ್ನಡ; ko 한국어; kok कोंकणी; kpe Kpɛlɛɛ; ks کٲشُر; ksb Kishambaa;
ksf rikpa; ksh Kölsch; ku kurdî (kurmancî); kw kernewek; ky кыргызча; la Latina; lag Kɨlaangi;
lb Lëtzebuergesch; lg Luganda; lij ligure; lkt Lakȟólʼiyapi; ln lingála; lo ລາວ; lrc لۊری شومالی;
lt lietuvių; ltg latgalīšu; lu Tshiluba; luo Dholuo; luy Luluhia; lv latviešu; mai मैथिली; mas Maa;
mdf мокшень кяль; mer Kĩmĩrũ; mfe kreol morisien; mgh Makua; mic Lʼnuiʼsuti; mk македонски; ml മലയാളം;
mn монгол; mni মৈতৈলোন্; moh Kanienʼkéha; mr मराठी; ms Melayu; mt Malti; mua MUNDAŊ; mus Mvskoke;
my မြန်မာ; myv эрзянь кель; mzn مازرونی; naq Khoekhoegowab; nb norsk bokmål; nd isiNdebele;
nds Neddersass’sch; ne नेपाली; nl Nederlands; nn norsk nynorsk; nnh Shwóŋò ngiembɔɔn; no norsk; nqo ߒߞߏ;
nr isiNdebele; nso Sesotho sa Leboa; nus Thok Nath; nv Diné Bizaad; nyn Runyankore; om Oromoo; or ଓଡ଼ିଆ;
os ирон; osa 𐓏𐓘𐓻𐓘𐓻𐓟; pa ਪੰਜਾਬੀ; pap Papiamentu; pcm Naijíriá Píjin; pl polski; prg prūsiskan; ps پښتو;
pt português; qu Runasimi; raj राजस्थानी; rhg 𐴌𐴗𐴥𐴝𐴙𐴚𐴒𐴙𐴝; rif Tarifit; rm rumantsch; rn Ikirundi;
ro română; rof Kihorombo; ru русский; rw Ikinyarwanda; rwk Kiruwa; sa संस्कृत भाषा; sah саха тыла;
saq Kisampur; sat ᱥᱟᱱᱛᱟᱲᱤ; sbp Ishisangu; sc sardu; scn sicilianu; sd سنڌي; sdh کوردی خوارگ;
se davvisámegiella; sg Sängö; shi ⵜⴰⵛⵍⵃⵉⵜ; shn တႆး; si සිංහල; sid Sidaamu Afo; sk slovenčina;
sl slovenščina; sma Åarjelsaemien gïele; smj julevsámegiella; smn anarâškielâ; sms sääʹmǩiõll;
sn chiShona; so Soomaali; sq shqip; sr српски; ss siSwati; st Sesotho; su Basa Sunda; sv svenska;
sw Kiswahili; syr ܣܘܪܝܝܐ; szl ślōnski; ta தமிழ்; te తెలుగు; teo Kiteso; tg тоҷикӣ; th ไทย; ti ትግርኛ;
tig ትግረ; tk türkmen dili; tn Setswana; to lea fakatonga; tr Türkçe; trv patas Taroko; trw توروالی;
ts Xitsonga; tt татар; twq Tasawaq senni; tzm Tamaziɣt n laṭlaṣ; ug ئۇيغۇرچە; uk українська; ur اردو;
uz o‘zbek; vai ꕙꔤ; ve Tshivenḓa; vec veneto; vi Tiếng Việt; vmw emakhuwa; vun Kyivunjo; wa walon;
wal ወላይታቱ; xh IsiXhosa; xnr कांगड़ी; xog Olusoga; yav nuasue; yi ייִדיש; yo Èdè Yorùbá; yrl nheẽgatu;
yue 粵語; za Vahcuengh; zgh ⵜⴰⵎⴰⵣⵉⵖⵜ; zh 中文; zu isiZulu
"""


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    rows = (row.strip().partition(" ") for row in text.split(";"))
    return {code: tuple(names.split("/")) for code, _, names in rows}


NATIVE_COUNTRIES = _table(_COUNTRIES)
"""ISO 3166 codes -> names in the official languages there, where they differ from the English one."""
NATIVE_LANGUAGES = _table(_LANGUAGES)
"""ISO 639 codes -> the language's name for itself."""
