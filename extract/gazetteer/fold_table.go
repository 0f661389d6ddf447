package gazetteer

// What a key writes for each letter of Latin-1 Supplement, Latin Extended-A
// and -B (U+00C0..U+024F): two bytes a letter, a blank where the second or
// both are none. From the compatibility decompositions of Unicode 15, marks
// dropped, and by hand for letters that have none (ø, đ, ł, ı, ə).
const foldLatin = "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss" +
	"a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy " +
	"a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g " +
	"g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l " +
	"l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s " +
	"s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s " +
	"b b b b b b o c c d d d d d e e e f f g g h i i k k l l m n n o " +
	"o o oioip p r s s s s t t t t u u u v y y z z z z z z       t w " +
	"        dzdzdzljljljnjnjnja a i i o o u u u u u u u u u u e a a " +
	"a a aeaeg g g g k k o o o o z z j dzdzdzg g h w n n a a aeaeo o " +
	"a a a a e e e e i i i i o o o o r r r r u u u u s s t t g g h h " +
	"n d ououz z a a e e o o o o o o o o y y l n t j dbqpa c c l t s " +
	"z     b u v e e j j q q r r y y "

// The same for Latin Extended Additional (U+1E00..U+1EFF), which Vietnamese uses.
const foldLatinAdditional = "a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f " +
	"g g h h h h h h h h h h i i i i k k k k k k l l l l l l l l m m " +
	"m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r " +
	"s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v " +
	"w w w w w w w w w w x x x x y y z z z z z z h t w y a s s s ssd " +
	"a a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e " +
	"e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o " +
	"o o o o u u u u u u u u u u u u u u y y y y y y y y llllv v y y "
