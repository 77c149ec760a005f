"""Russian and Spanish words that people take for passwords: our own list, written for this program.

What zxcvbn ships is English. The words here are of the kinds that lists of stolen passwords show in every
language: greetings, love, family, names, animals, football, months, cities, insults turned soft, and the word
"password" itself. It is short on purpose: it need not hold everything, only what is tried first.
"""

_RUSSIAN = """
пароль парольчик привет приветик здравствуй любовь любимая любимый люблю солнышко солнце зайка зайчик котик
котенок кошка киска собака тигр медведь волк ангел ангелочек красавица принцесса королева малыш малышка мама
мамочка папа бабушка сестра братишка семья дочка сынок счастье удача жизнь надежда мечта свобода россия москва
питер петербург украина киев минск новосибирск екатеринбург казань самара сочи спартак зенит динамо локомотив
цска футбол хоккей чемпион наташа настя анастасия катя екатерина маша мария оля ольга таня татьяна лена елена
ира ирина света светлана юля юлия аня анна даша дарья ксюша ксения вика виктория женя евгений саша александр
сергей андрей дима дмитрий алексей леша максим макс денис иван ваня никита артем роман рома игорь олег павел
паша миша михаил коля николай володя владимир виталий костя антон кирилл егор ярослав январь февраль март
апрель май июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота
воскресенье весна лето осень зима компьютер интернет телефон секрет секретный доступ админ администратор
работа школа университет студент учитель доктор музыка гитара машина мотоцикл звезда звездочка космос дракон
самолет корабль победа родина йцукен фыва фывапролд ячсмить любимаямоя янезнаю незнаю немогу слава господи
боже аллах иисус спаси сохрани мир дружба жвачка
"""
_SPANISH = """
contraseña contrasena clave secreto hola holamundo buenosdias amor amores amorcito teamo tequiero
tequieromucho miamor mivida vida corazon cariño carino
cielo princesa principe reina rey hermosa bonita preciosa bebe nena
gordo gorda flaca chiquita mama mami papa papi familia hermano hermana abuela hijo hija felicidad esperanza
libertad dios jesus cristo jesucristo diosesamor virgen guadalupe angel angelito estrella luna sol mexico
colombia venezuela caracas cuba habana honduras guatemala salvador nicaragua managua ecuador quito peru lima
bogota medellin tegucigalpa tijuana monterrey guadalajara barcelona madrid realmadrid americas chivas pumas
boca river futbol campeon maria guadalupe juan jose carlos luis miguel angel jesus antonio francisco alejandro
alejandra daniel daniela andres andrea fernando fernanda gabriel gabriela sofia valentina camila isabella
lucia carmen rosa ana laura patricia veronica monica claudia diana karla paola jorge pedro pablo roberto
ricardo eduardo sergio manuel rafael diego santiago sebastian mateo nicolas enero febrero marzo abril mayo
junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo
primavera verano otoño invierno computadora internet telefono administrador usuario acceso trabajo escuela
universidad maestro doctora musica guitarra perro perrito gato gatito caballo tigre leon lobo mariposa
chocolate fresa naranja amigo amiga amigos mejoramiga siempre porsiempre parasiempre nose nolose
"""

COMMON = tuple(dict.fromkeys((_RUSSIAN + _SPANISH).split()))
