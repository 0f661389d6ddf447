package extract

import "testing"

// COP is the code of every convention's conference.
func TestSharedCodes(t *testing.T) {
	testSessions(t, [][3]string{
		{"en", "COP29 opened in Baku. COP28 had been in Dubai.", "cop-climate/28 cop-climate/29"},
		{"en", "The UN biodiversity conference ended in Cali. COP16 will go on in Rome, and COP17 follows.", "cop-biodiversity/16 cop-biodiversity/17"},
		{"en", "The UN climate conference COP29 opened. Earlier the UN biodiversity conference had ended; COP16 will go on in Rome. COP30 follows in Belem.", "cop-biodiversity/16 cop-climate/29 cop-climate/30"},
		{"en", "The sixth meeting of the Conference of the Parties to the Minamata Convention ended. COP-7 is in 2027.", "cop-minamata/6 cop-minamata/7"},
		{"de", "Die Weltnaturkonferenz endete in Cali. Die COP16 wird in Rom fortgesetzt.", "cop-biodiversity/16"},
		{"nb", "FNs naturtoppmøte er over. COP16 fortsetter i Roma.", "cop-biodiversity/16"},
		{"tr", "BM biyoçeşitlilik konferansı sona erdi. COP16 Roma'da sürecek.", "cop-biodiversity/16"},
		{"en", "COP16 of the Convention on Biological Diversity was held in Cali.", "cop-biodiversity/16"},
		{"en", "Riyadh hosted COP16 of the UN Convention to Combat Desertification. COP17 will be in Mongolia.", "cop-desertification/16 cop-desertification/17"},
		{"en", "The Minamata Convention held its sixth Conference of the Parties in Geneva.", "cop-minamata/6"},
		{"en", "The eleventh session of the Conference of the Parties (COP11) to the WHO Framework Convention on Tobacco Control ended.", "cop-tobacco/11"},
		{"en", "The Montreal Protocol held its 37th Meeting of the Parties (MOP37) in Nairobi.", "montreal-protocol/37"},
		{"de", "Die 16. Vertragsstaatenkonferenz der Konvention zur Bekämpfung der Wüstenbildung (COP16) tagte in Riad.", "cop-desertification/16"},
		{"nb", "Det ellevte partsmøtet under WHOs rammekonvensjon om tobakkskontroll (COP11) fant sted i Genève.", "cop-tobacco/11"},
		{"tr", "Minamata Sözleşmesi'nin 6. Taraflar Konferansı Cenevre'de yapıldı.", "cop-minamata/6"},
		{"tr", "Montreal Protokolü 37. Taraflar Toplantısı Nairobi'de yapıldı.", "montreal-protocol/37"},
		// A treaty that is spoken of at a conference is not whose conference it is.
		{"en", "At COP30 in Belem, Brazil said it would ratify the Convention on Biological Diversity.", "cop-climate/30"},
		{"en", "COP3 adopted the Kyoto Protocol in 1997, and COP21 the Paris Agreement.", "cop-climate/21 cop-climate/3"},
		{"nb", "Parisavtalen ble vedtatt i 2015. COP31 holdes i Antalya.", "cop-climate/31"},
		{"de", "Die CMA 7 begann in Nashville.", "x:de:meeting::/7"},
	})
}
